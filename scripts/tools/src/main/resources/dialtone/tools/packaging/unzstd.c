// Decompresses every .zst file below the current directory, each in a process of its own, and
// deletes it. So a package brings its large files: they are smaller than a zip can make them, and
// unpacked faster than by a host's proxy. Run again it finds nothing to do.
// Linked statically: a host need have neither this library nor the packager's C library.
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zstd.h>

static const char SUFFIX[] = ".zst";
static const size_t SUFFIX_LENGTH = sizeof SUFFIX - 1;
static const int DIRECTORIES_OPEN_AT_ONCE = 8;

static int failed = 0;

static int cannot(const char *what, const char *file, const char *why) {
  fprintf(stderr, "unzstd: cannot %s %s: %s\n", what, file, why);
  return 1;
}

// Straight into the file's pages: a package's memory is dear, and this needs no buffer.
static int decompress(const char *compressed) {
  struct stat is;
  int in = open(compressed, O_RDONLY);
  if (in < 0 || fstat(in, &is) != 0) return cannot("read", compressed, strerror(errno));
  void *from = mmap(NULL, is.st_size, PROT_READ, MAP_PRIVATE, in, 0);
  if (from == MAP_FAILED) return cannot("read", compressed, strerror(errno));
  unsigned long long size = ZSTD_getFrameContentSize(from, is.st_size);
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size == 0)
    return cannot("decompress", compressed, "it is not a zstd frame that tells its size");

  char file[PATH_MAX];
  snprintf(file, sizeof file, "%.*s", (int)(strlen(compressed) - SUFFIX_LENGTH), compressed);
  int out = open(file, O_RDWR | O_CREAT | O_TRUNC, is.st_mode & 0777);
  if (out < 0) return cannot("write", file, strerror(errno));
  // A page that finds no room when it is written ends the process without a word.
  int error = posix_fallocate(out, 0, size);
  if (error != 0) return cannot("write", file, strerror(error));
  void *to = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, out, 0);
  if (to == MAP_FAILED) return cannot("write", file, strerror(errno));

  size_t result = ZSTD_decompress(to, size, from, is.st_size);
  if (ZSTD_isError(result)) return cannot("decompress", compressed, ZSTD_getErrorName(result));
  if (result != size) return cannot("decompress", compressed, "it is cut off");
  // Last: where it is missing, its file is whole.
  return unlink(compressed) == 0 ? 0 : cannot("delete", compressed, strerror(errno));
}

static int visit(const char *path, const struct stat *is, int type, struct FTW *at) {
  (void)is;
  (void)at;
  size_t length = strlen(path);
  if (type != FTW_F || length < SUFFIX_LENGTH || strcmp(path + length - SUFFIX_LENGTH, SUFFIX) != 0)
    return 0;
  pid_t child = fork();
  if (child == 0) _exit(decompress(path));
  if (child < 0) failed |= decompress(path);
  return 0;
}

int main(void) {
  int status;
  if (nftw(".", visit, DIRECTORIES_OPEN_AT_ONCE, FTW_PHYS) != 0)
    failed |= cannot("read", "the current directory", strerror(errno));
  while (wait(&status) > 0) {
    if (WIFSIGNALED(status)) fprintf(stderr, "unzstd: ended by signal %d\n", WTERMSIG(status));
    failed |= status != 0;
  }
  return failed;
}

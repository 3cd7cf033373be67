// A script that is too long for one answer of the host comes in parts: <url>/0, <url>/1 and so on.
async function loadParts(url) {
  const part = async (number) => {
    const response = await fetch(`${url}/${number}`);
    if (!response.ok) {
      throw new Error(`${url}/${number}: ${response.status}`);
    }
    return response;
  };
  const first = await part(0);
  const count = Number(first.headers.get("X-Parts"));
  const rest = Array.from({ length: count - 1 }, (_, i) => part(i + 1));
  const texts = await Promise.all([first, ...(await Promise.all(rest))].map((r) => r.text()));
  const blob = URL.createObjectURL(new Blob(texts, { type: "text/javascript" }));
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = blob;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${url} does not run`));
    document.head.append(script);
  });
  URL.revokeObjectURL(blob);
}

function showFailure(failure) {
  document.getElementById("api").textContent = `This page could not be loaded: ${failure.message}`;
}

const base = document.getElementById("api").dataset.base;
loadParts(`${base}redoc.standalone.js`)
  .then(() =>
    window.Redoc.init(
      `${base}openapi.json`,
      { disableSearch: true, hideDownloadButton: true },
      document.getElementById("api"),
    ),
  )
  .catch(showFailure);

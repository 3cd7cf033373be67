const base = document.getElementById("api").dataset.base;
loadParts(`${base}swagger-ui-bundle.js`)
  .then(() => {
    window.SwaggerUIBundle({
      url: `${base}openapi.json`,
      dom_id: "#api",
      deepLinking: true,
      validatorUrl: null,
    });
  })
  .catch(showFailure);

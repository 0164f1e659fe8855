/*
 * The only script of a page. It loads the modules; where a browser refuses modules (pages opened from disk, a server that
 * does not know .mjs), it loads the same modules as one classic script, which the build makes.
 */
(() => {
  const here = document.currentScript.src;
  const loadClassic = () => {
    const $script = document.createElement("script");
    $script.src = new URL("modules.js", here);
    document.head.append($script);
  };
  if (location.protocol === "file:") loadClassic();
  else import(new URL("main.mjs", here)).catch(loadClassic);
})();

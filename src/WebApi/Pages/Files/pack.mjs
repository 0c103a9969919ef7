// Makes the files that pages load: one style sheet out of Bootstrap's and ours, our module, our icon; each as it is, and
// compressed as far as it goes, since that is done once here and not for every visitor.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [target] = process.argv.slice(2);
const here = new URL(".", import.meta.url);
const read = (path) => readFileSync(new URL(path, here), "utf8");

const bootstrap = read("node_modules/bootstrap/dist/css/bootstrap.min.css").replace(/\/\*# sourceMappingURL=.*?\*\//, "");
const files = {
  "site.css": bootstrap + read("site.css"),
  "site.js": read("site.js"),
  "icon.svg": read("icon.svg"),
  "public.css": read("../Public/public.css"),
  "public.js": read("../Public/public.js"),
};

for (const [name, text] of Object.entries(files)) {
  const bytes = Buffer.from(text.trim() + "\n");
  writeFileSync(`${target}/${name}`, bytes);
  writeFileSync(`${target}/${name}.br`, brotliCompressSync(bytes));
  writeFileSync(`${target}/${name}.gz`, gzipSync(bytes, { level: 9 }));
}

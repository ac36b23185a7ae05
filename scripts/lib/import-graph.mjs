/**
 * A copy of the sources reduced to their imports. dependency-cruiser reads TypeScript through the compiler's
 * JavaScript API, which TypeScript 7 no longer has; so each file is parsed with Vite's own parser and written
 * as a JavaScript stub that imports the same modules (type-only ones too: a layer is crossed either way).
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';

const script = /\.(ts|tsx|mts|cts)$/;
const asJs = (specifier) =>
  /^\.{1,2}\//.test(specifier) ? specifier.replace(script, '.js') : specifier;

/** Every module a source names: static, re-exported, dynamic and `import('…')` types. */
export function importedModules(fileName, text) {
  const { module, errors } = parseSync(fileName, text);
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0].message}`);
  const named = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.map((one) => one.moduleRequest?.value),
    ),
    ...[...text.matchAll(/\bimport\(\s*(['"])([^'"]+)\1\s*\)/g)].map((match) => match[2]),
  ];
  return [...new Set(named.filter((value) => value !== undefined))];
}

function sourcesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && script.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Writes the stubs of `folders` under `target`; returns each stub's path with its source's, both relative. */
export function writeImportGraph(root, folders, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  copyFileSync(join(root, 'package.json'), join(target, 'package.json'));
  for (const folder of folders) mkdirSync(join(target, folder));
  const present = folders.map((folder) => join(root, folder)).filter(existsSync);
  const files = present.flatMap(sourcesUnder);
  const sourceOf = new Map();
  for (const file of files) {
    const name = relative(root, file).replaceAll('\\', '/');
    const stub = join(target, name.replace(script, '.js'));
    sourceOf.set(name.replace(script, '.js'), name);
    mkdirSync(dirname(stub), { recursive: true });
    const modules = importedModules(file, readFileSync(file, 'utf8'));
    const lines = modules.map((name) => `import ${JSON.stringify(asJs(name))};\n`);
    writeFileSync(stub, lines.length > 0 ? lines.join('') : 'export {};\n');
  }
  return sourceOf;
}

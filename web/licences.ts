// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Package {
  name: string;
  version: string;
  license: string;
  dependencies?: Record<string, string>;
}

const modules = fileURLToPath(new URL('node_modules', import.meta.url));

function read(name: string): Package {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as Package;
}

// The package that a module of the build is of, if it is of one: ".../node_modules/@dagrejs/dagre/dist/dagre.esm.js".
function packageOf(id: string): string | undefined {
  const path = id.split('node_modules/').slice(1).pop()?.split('/');
  if (!path?.[0]) return undefined;
  return path[0].startsWith('@') ? path.slice(0, 2).join('/') : path[0];
}

// A package may have others of its makers in one file with it, which no module tells.
function withPacked(name: string): string[] {
  const scope = name.startsWith('@') ? `${name.split('/')[0]}/` : undefined;
  return [name, ...Object.keys(read(name).dependencies ?? {}).filter((other) => scope && other.startsWith(scope))];
}

function licenceText(name: string): string {
  const file = readdirSync(join(modules, name)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} has no file with its licence`);
  return readFileSync(join(modules, name, file), 'utf8').trim();
}

// Puts licences.txt beside the page: a line for each package that the build has code of (name, version, licence, between tabs), an empty one, and the texts of their licences, which
// ask to go where the code goes.
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_, bundle) {
      const found = new Set<string>();
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          for (const [id, module] of Object.entries(chunk.modules)) {
            const name = module.renderedLength > 0 ? packageOf(id) : undefined;
            if (name) withPacked(name).forEach((each) => found.add(each));
          }
      const packages = [...found].sort().map(read);
      const list = packages.map((each) => `${each.name}\t${each.version}\t${each.license}\n`).join('');
      const texts = packages.map((each) => `\n---- ${each.name} ${each.version}\n\n${licenceText(each.name)}\n`).join('');
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: list + texts });
    },
  };
}

export default {
  globs: ['src/**/*.ts'],
  exclude: ['**/*test.ts', 'src/define/**'],
  litelement: true,
  plugins: [tagFromFileName(), publicMembers(), builtPaths()],
};

/** Elements are registered by a function that no analyzer can follow; an element's file is named for its tag. */
function tagFromFileName() {
  return {
    name: 'tag-from-file-name',
    packageLinkPhase({ customElementsManifest }) {
      for (const { path, declarations } of customElementsManifest.modules) {
        const tag = /([^/]+)\.ts$/.exec(path)[1];
        for (const element of declarations.filter(
          ({ customElement, name }) => customElement && name === className(tag),
        )) {
          element.tagName ??= tag;
        }
      }
    },
  };
}

/** What is private or internal state is nobody's business; the analyzer lists it, and gives states an attribute. */
function publicMembers() {
  const states = new Set();
  return {
    name: 'public-members',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.initializer)) return;
      const isState = node.initializer.properties.some((option) => /^state\s*:\s*true$/.test(option.getText()));
      if (isState) states.add(`${moduleDoc.path} ${node.name.getText()}`);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { path, declarations } of customElementsManifest.modules) {
        const isState = ({ inheritedFrom, fieldName, name }) =>
          states.has(`${inheritedFrom?.module ?? path} ${fieldName ?? name}`);
        for (const declaration of declarations.filter(({ kind }) => kind === 'class')) {
          declaration.members = declaration.members?.filter(
            (member) => (member.privacy ?? 'public') === 'public' && !isState(member),
          );
          declaration.attributes = declaration.attributes?.filter((attribute) => !isState(attribute));
        }
      }
    },
  };
}

/** The manifest goes out with the package, where a module is what the build made of it. */
function builtPaths() {
  return {
    name: 'built-paths',
    packageLinkPhase({ customElementsManifest }) {
      const built = JSON.stringify(customElementsManifest).replace(/"\/?src\/([^"]+)\.ts"/g, '"dist/$1.js"');
      Object.assign(customElementsManifest, JSON.parse(built));
    },
  };
}

function className(tag) {
  return tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

// What ./check holds the pages' scripts to, beside the types: mistakes, and the few habits of this house.

import js from '@eslint/js';

export default [
  { ignores: ['target/', 'node_modules/'] },
  js.configs.recommended,
  { files: ['src/main/resources/static/script/**/*.js', 'src/workshop/**/*.js'], rules: { 'no-undef': 'off' } }, // tsc knows the browser's names
  {
    files: ['src/test/js/**/*.js'],
    languageOptions: { globals: Object.fromEntries(['setImmediate', 'setTimeout', 'structuredClone', 'URL'].map((name) => [name, 'readonly'])) },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-throw-literal': 'error',
      'no-shadow': 'error',
      'no-param-reassign': 'error',
      'no-console': 'error',
      // Text is text: what a person wrote is never read as markup.
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write'].map((property) => ({ property, message: 'Use textContent.' }))],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' }],
    },
  },
  { files: ['eslint.config.js'], rules: { 'no-restricted-syntax': 'off' } },
];

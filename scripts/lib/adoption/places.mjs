/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const before = mark => (text, piece) =>
  text.replace(mark, found => `${piece}\n${found}`);

const insteadOf = mark => (text, piece) => text.replace(mark, () => piece);

/**
 * How the pages say where a piece goes in a portal of the old frontend system,
 * and what that does to the text of the file.
 */
export const oldPlaces = {
  'packages/app/src/App.tsx': {
    'in the routes': before('</FlatRoutes>'),
    'in place of the page of the catalog': insteadOf('<CatalogIndexPage />'),
    'in place of the route of the templates': insteadOf(
      '<Route path="/create" element={<ScaffolderPage />} />',
    ),
  },
  // The overview and the page of a service are the first of their kind.
  'packages/app/src/components/catalog/EntityPage.tsx': {
    'in the grid of the overview': before('<Grid item md={6}>'),
    'beside the other tabs': before('</EntityLayout>'),
    'above the pages': before('const serviceEntityPage ='),
    'in place of EntityLayout, around the tabs of services': (text, piece) =>
      text.replace(
        /(const serviceEntityPage = \(\s*)<EntityLayout>([^]*?)<\/EntityLayout>/,
        (_, start, tabs) =>
          start + piece.replace('{/* the tabs */}', () => tabs),
      ),
  },
  'packages/app/src/components/Root/Root.tsx': {
    'in the menu': before('{/* End global nav */}'),
  },
  'packages/app/src/components/search/SearchPage.tsx': {
    'in the list of results': before('</SearchResult>'),
    'among the result types': before(/(?<=types=\{\[)/),
  },
};

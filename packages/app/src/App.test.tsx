/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json' },
  });
}

/** A backend that signs guests in and has an empty catalog, and no scans. */
function answer(url: string): Response {
  if (url.includes('/api/build-hygiene/')) {
    return new Response('{}', { status: 503 });
  }
  if (!url.includes('/api/auth/guest/refresh')) {
    return json({ items: [], totalItems: 0, facets: {} });
  }
  const claims = { exp: Math.floor(Date.now() / 1_000) + 3_600 };
  return json({
    profile: {},
    backstageIdentity: {
      token: `header.${btoa(JSON.stringify(claims))}.signature`,
      identity: {
        type: 'user',
        userEntityRef: 'user:development/guest',
        ownershipEntityRefs: ['user:development/guest'],
      },
    },
  });
}

describe('app', () => {
  const { env } = process;
  const { fetch } = global;

  beforeEach(() => {
    // A real environment would turn the configuration into a string.
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Test portal', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ] as unknown as string,
    };
    global.fetch = jest.fn(async input => answer(String(input)));
  });

  afterEach(() => {
    process.env = env;
    global.fetch = fetch;
  });

  it('greets guests, then leads to every part of the portal', async () => {
    const { app } = await import('./App');
    render(app.createRoot());

    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 20_000 }),
    );

    const link = await screen.findByRole(
      'link',
      { name: 'Build hygiene' },
      { timeout: 20_000 },
    );
    expect(link).toHaveAttribute('href', '/build-hygiene');
    // The start page leads there.
    await waitFor(
      () => expect(window.location.pathname).toBe('/build-hygiene/overview'),
      { timeout: 20_000 },
    );
    expect(screen.getByRole('link', { name: 'Catalog' })).toHaveAttribute(
      'href',
      '/catalog',
    );
    expect(screen.getByRole('link', { name: /^Create/ })).toHaveAttribute(
      'href',
      '/create',
    );
    expect(screen.getByRole('link', { name: 'Settings' })).toBeInTheDocument();
  }, 240_000);
});

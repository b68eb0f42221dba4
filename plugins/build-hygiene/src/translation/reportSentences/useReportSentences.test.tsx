/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { render, screen } from '@testing-library/react';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { useReportSentences } from './useReportSentences';

const known = 'There is no pipeline.';
const unknown = 'Of another version.';

function Reasons() {
  const say = useReportSentences();
  return (
    <p>
      {say(known)} {say(unknown)}
    </p>
  );
}

function renderIn(language: string) {
  const api = { getLanguage: () => ({ language }) };
  render(
    <TestApiProvider
      apis={[[appLanguageApiRef, api as typeof appLanguageApiRef.T]]}
    >
      <Reasons />
    </TestApiProvider>,
  );
}

describe('useReportSentences', () => {
  it('leaves what the server sent in English', async () => {
    renderIn('en');
    await import('./zhSentences');
    expect(screen.getByText(`${known} ${unknown}`)).toBeVisible();
  });

  it('gives the Chinese reasons that it knows', async () => {
    renderIn('zh');
    expect(await screen.findByText(`没有流水线。 ${unknown}`)).toBeVisible();
  });
});

/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { render, screen } from '@testing-library/react';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { BuildFailure } from '@build-hygiene/engine';
import { useFailureTexts } from './useFailureTexts';

const failures: Pick<BuildFailure, 'class' | 'values' | 'message' | 'fix'>[] = [
  {
    class: 'goproxy.404',
    values: { host: 'proxy.example' },
    message: 'proxy.example does not know the module.',
    fix: 'Check the tag.',
  },
  {
    class: 'goproxy.404',
    message: 'As an earlier version said it.',
    fix: 'Check the tag.',
  },
  {
    class: 'fs.disk_full',
    message: 'As an earlier version said it.',
    fix: 'Free the disk.',
  },
  { class: 'constructor', values: {}, message: 'No class.', fix: 'None.' },
];

function Texts() {
  const { messageOf, fixOf } = useFailureTexts();
  return (
    <ul>
      {failures.map((failure, index) => (
        <li key={index}>
          {messageOf(failure)} / {fixOf(failure)}
        </li>
      ))}
    </ul>
  );
}

function renderIn(language: string) {
  const api = { getLanguage: () => ({ language }) };
  render(
    <TestApiProvider
      apis={[[appLanguageApiRef, api as typeof appLanguageApiRef.T]]}
    >
      <Texts />
    </TestApiProvider>,
  );
}

function shown(): (string | null)[] {
  return screen.getAllByRole('listitem').map(item => item.textContent);
}

describe('useFailureTexts', () => {
  it('leaves what the server sent in English', async () => {
    renderIn('en');
    await import('./zhFailures');
    expect(shown()).toEqual(
      failures.map(({ message, fix }) => `${message} / ${fix}`),
    );
  });

  it('gives the Chinese texts of the classes that it knows', async () => {
    renderIn('zh');
    await screen.findByText(/^模块代理 proxy.example 没有该模块或该版本。/);
    expect(shown()).toEqual([
      expect.stringMatching(/^模块代理 proxy.example .*。 \/ 检查版本标签/),
      expect.stringMatching(/^As an earlier version said it. \/ 检查版本标签/),
      expect.stringMatching(/^构建器的磁盘空间已用完。 \/ 清理构建器的磁盘/),
      'No class. / None.',
    ]);
  });
});

/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ChangeSignal } from '@build-hygiene/plugin-build-hygiene-common';
import { useReportChanges, useServiceChanges } from './useChanges';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', uid: 'uid-of-orders' },
};

function setUp() {
  const listeners = new Set<(signal: ChangeSignal) => void>();
  const api = {
    subscribe: (channel: string, listener: (signal: any) => void) => {
      expect(channel).toBe('build-hygiene');
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  return {
    listeners,
    signal: (...uids: string[]) =>
      act(() => listeners.forEach(listener => listener({ uids }))),
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[signalApiRef, api]]}>
        <EntityProvider entity={entity}>{children}</EntityProvider>
      </TestApiProvider>
    ),
  };
}

describe('useServiceChanges', () => {
  it('hears of its own service', () => {
    const { listeners, signal, wrapper } = setUp();
    const onChange = jest.fn();
    const { unmount } = renderHook(() => useServiceChanges(onChange), {
      wrapper,
    });
    signal('uid-of-another');
    expect(onChange).not.toHaveBeenCalled();
    signal('uid-of-another', 'uid-of-orders');
    signal('uid-of-orders');
    expect(onChange).toHaveBeenCalledTimes(2);
    unmount();
    expect(listeners.size).toBe(0);
  });

  it('is silent without signals', () => {
    const onChange = jest.fn();
    renderHook(() => useServiceChanges(onChange), {
      wrapper: ({ children }) => (
        <TestApiProvider apis={[]}>
          <EntityProvider entity={entity}>{children}</EntityProvider>
        </TestApiProvider>
      ),
    });
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('useReportChanges', () => {
  beforeEach(() => jest.useFakeTimers());

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('hears of many signals once in a while', () => {
    const { signal, wrapper } = setUp();
    const onChange = jest.fn();
    renderHook(() => useReportChanges(onChange), { wrapper });
    signal('a');
    signal('b');
    expect(onChange).not.toHaveBeenCalled();
    act(() => jest.advanceTimersByTime(10_000));
    expect(onChange).toHaveBeenCalledTimes(1);
    act(() => jest.advanceTimersByTime(60_000));
    expect(onChange).toHaveBeenCalledTimes(1);
    signal('a');
    act(() => jest.advanceTimersByTime(10_000));
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('waits until somebody looks', () => {
    const { signal, wrapper } = setUp();
    const onChange = jest.fn();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    renderHook(() => useReportChanges(onChange), { wrapper });
    signal('a');
    act(() => jest.advanceTimersByTime(10_000));
    expect(onChange).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    const show = () =>
      act(() => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
    show();
    show();
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

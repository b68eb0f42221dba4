/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { APIRequestContext, expect } from '@playwright/test';

const scheduler = '/api/build-hygiene/.backstage/scheduler/v1/tasks';

/** Runs a scheduled task of the backend now, and waits until it has ended. */
export async function runTask(api: APIRequestContext, id: string) {
  const endOf = async (): Promise<string> => {
    const { tasks } = await (await api.get(scheduler)).json();
    const { taskState } = tasks.find(
      ({ taskId }: { taskId: string }) => taskId === id,
    );
    expect(taskState.lastRunError).toBeUndefined();
    return taskState.lastRunEndedAt ?? '';
  };
  const before = await endOf();
  // A task that runs already is not started a second time.
  await expect
    .poll(async () => (await api.post(`${scheduler}/${id}/trigger`)).status())
    .toBe(200);
  await expect.poll(endOf, { timeout: 90_000 }).not.toBe(before);
}

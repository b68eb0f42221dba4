/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import request from 'supertest';

/** How a task of the scaffolder ended. */
export interface EndedTask {
  status: string;
  /** What its log says, line by line. */
  log: string[];
  /** Why it failed. */
  error?: string;
  /** What it gave back, where it was completed. */
  output?: {
    links?: { title: string; url?: string; entityRef?: string }[];
    text?: { title: string; content: string }[];
  };
}

interface TaskEvent {
  type: string;
  body: {
    message: string;
    status?: string;
    error?: { name: string; message: string };
    output?: EndedTask['output'];
  };
}

/** Runs a template as a task of the scaffolder, until it has ended. */
export async function runTask(
  server: Parameters<typeof request>[0],
  task: { templateRef: string; values: Record<string, unknown> },
): Promise<EndedTask> {
  const base = '/api/scaffolder/v2/tasks';
  const { body } = await request(server).post(base).send(task).expect(201);
  // The stream of a task's events ends with the task.
  const { text } = await request(server)
    .get(`${base}/${body.id}/eventstream`)
    .expect(200);
  const events = text
    .split('\n')
    .filter(line => line.startsWith('data: '))
    .map(line => JSON.parse(line.slice('data: '.length)) as TaskEvent);
  const end = events.find(({ type }) => type === 'completion');
  const { body: ended } = await request(server).get(`${base}/${body.id}`);
  return {
    status: ended.status,
    log: events.map(event => event.body.message),
    error: end?.body.error?.message,
    output: end?.body.output,
  };
}

/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

function deployment(container: string, volume = 'emptyDir: {}'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
spec:
  template:
    spec:
      volumes:
        - name: modules
          ${volume}
      initContainers:
${container.replace(/^(?=.)/gm, '        ')}      containers:
        - name: app
          image: registry.acme.io/app:1.2.3
`;
}

const download = `- name: modules
  image: golang:1.27
  command: [sh, -c, "cd /src && go mod download"]
  volumeMounts:
    - name: modules
      mountPath: /go/pkg/mod
`;

export const initContainerPreloadExamples: RuleExamples = {
  bad: [
    {
      name: 'Modules into a volume of the pod',
      files: { 'deploy/app.yaml': deployment(download) },
      findings: ['deploy/app.yaml:12'],
    },
    {
      name: 'A script, in a job that runs on a schedule',
      files: {
        'k8s/report.yaml': `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - name: wait
              image: busybox:1.37
              command: [sleep, "5"]
            - name: fetch
              image: golang:1.27
              command: [/bin/sh]
              args:
                - -ec
                - |
                  git clone https://git.acme.io/report /src
                  cd /src
                  go get ./...
`,
      },
      findings: ['k8s/report.yaml:14'],
    },
    {
      name: 'go itself, with a proxy of the network',
      files: {
        'manifests/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: tool
spec:
  initContainers:
    - name: install
      image: golang:1.27
      command: ["go", "install", "example.com/tool@v1.2.3"]
      env:
        - name: GOPROXY
          value: https://proxy.acme.io
`,
      },
      findings: ['manifests/pod.yaml:7'],
    },
  ],
  good: [
    {
      name: 'Init containers that fetch no modules',
      files: {
        'deploy/app.yaml': deployment(`- name: migrate
  image: registry.acme.io/app:1.2.3
  command: [/app, migrate]
- name: wait
  image: busybox:1.37
  command: [sh, -c, "echo go mod download; until nc -z db 5432; do sleep 1; done"]
`),
      },
    },
    {
      name: 'A volume that outlives the pod',
      nearMiss: true,
      files: {
        'deploy/app.yaml': deployment(
          download,
          'persistentVolumeClaim: { claimName: modules }',
        ),
      },
    },
    {
      name: 'Modules of a folder',
      nearMiss: true,
      files: {
        'deploy/app.yaml': deployment(
          download.replace(
            'go mod download',
            'GOPROXY=file:///p go mod download',
          ),
        ),
      },
    },
    {
      name: 'Templates, and folders that hold no manifests',
      files: {
        'deploy/templates/app.yaml': deployment(download),
        'docs/app.yaml': deployment(download),
        'deploy/a.yaml': deployment(
          download.replace('golang:1.27', '{{ .image }}'),
        ),
      },
    },
  ],
};

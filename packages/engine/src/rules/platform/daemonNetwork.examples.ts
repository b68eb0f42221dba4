/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const daemonNetworkExamples: RuleExamples = {
  bad: [
    {
      name: 'A bridge that is a range, and addresses outside of it',
      files: {
        'runner/daemon.json': `{
  "bip": "172.26.0.0/16",
  "fixed-cidr": "172.27.1.0/24"
}
`,
      },
      findings: ['runner/daemon.json:2', 'runner/daemon.json:3'],
    },
    {
      name: 'Pools that are too small, public, or overlap',
      files: {
        'runner/daemon.json': `{
  "default-address-pools": [
    {"base": "172.30.0.0/24", "size": 16},
    {"base": "172.30.0.128/25", "size": 26},
    {"base": "172.48.0.0/16", "size": 24}
  ]
}
`,
      },
      findings: [
        'runner/daemon.json:3',
        'runner/daemon.json:4',
        'runner/daemon.json:5',
      ],
    },
    {
      name: 'An MTU that is too small',
      files: { 'runner/daemon.json': '{\n  "mtu": 150\n}\n' },
      findings: ['runner/daemon.json:2'],
    },
  ],
  good: [
    {
      name: 'Networks that fit',
      files: {
        'runner/daemon.json': `{
  "bip": "172.26.0.1/16",
  "fixed-cidr": "172.26.128.0/17",
  "default-address-pools": [
    {"base": "172.27.0.0/16", "size": 24},
    {"base": "10.200.0.0/16", "size": 24}
  ],
  "mtu": 1450
}
`,
      },
    },
    {
      name: 'IPv6, and the default MTU',
      files: {
        'runner/daemon.json': `{
  "ipv6": true,
  "fixed-cidr-v6": "2001:db8:1::/64",
  "default-address-pools": [{"base": "fd00::/80", "size": 96}],
  "mtu": 0
}
`,
      },
    },
    {
      name: 'Large frames',
      nearMiss: true,
      files: { 'daemon.json': '{"mtu": 9000}\n' },
    },
    {
      name: 'A daemon for tests',
      nearMiss: true,
      files: {
        'test/daemon.json': '{"bip": "172.26.0.0/16"}\n',
        'daemon.json': '{"log-driver": "local"}\n',
      },
    },
  ],
};

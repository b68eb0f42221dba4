/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { splitCommaSeparated } from './splitCommaSeparated';
import { Flag, Mount } from './types';

const MOUNT_TYPES: readonly Mount['type'][] = [
  'bind',
  'cache',
  'secret',
  'ssh',
  'tmpfs',
];
const SHARING_MODES = ['shared', 'private', 'locked'];

/** A mount as far as it could be read. */
export interface MountFields {
  mount?: Mount;
  messages: string[];
  /** A value holds a variable, so that the whole cannot be judged. */
  open: boolean;
}

/**
 * Reads the value of `--mount`. Fields are read in order, as BuildKit does, so
 * `required` in front of `type=secret` is an error.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/commands_runmount.go
 */
export function readMountFields(flag: Flag): MountFields {
  const { fields, error } = splitCommaSeparated(flag.value ?? '');
  if (error !== undefined) {
    return {
      messages: [`failed to parse csv mounts: ${error}`],
      open: false,
    };
  }
  const reader: MountReader = {
    mount: { type: 'bind', flag },
    messages: [],
    open: false,
  };
  for (const field of fields) {
    const equals = field.indexOf('=');
    if (equals < 0) {
      readWord(reader, field);
    } else {
      readPair(reader, {
        field,
        key: field.slice(0, equals).toLowerCase(),
        value: field.slice(equals + 1),
      });
    }
  }
  const { mount, messages, open } = reader;
  mount.readOnly ??= mount.type !== 'cache' && mount.type !== 'tmpfs';
  return { mount, messages, open };
}

/** Rules between the fields of a mount. */
export function checkMount(mount: Mount): string[] {
  const { type } = mount;
  if (type === 'bind' || type === 'tmpfs') {
    for (const key of ['mode', 'uid', 'gid'] as const) {
      if (mount[key] !== undefined) {
        return [`${key} not allowed for "${type}" type mounts`];
      }
    }
  }
  if (type === 'secret') {
    if (mount.from) {
      return ['secret mount should not have a from'];
    }
    if (mount.sharing) {
      return ['secret mount should not define sharing'];
    }
    if (!mount.source && !mount.target && !mount.id) {
      return ['invalid secret mount. one of source, target required'];
    }
    if (mount.source && mount.id) {
      return ["both source and id can't be set"];
    }
  }
  if (mount.sharing && type !== 'cache') {
    return [`invalid cache sharing set for ${type} mount`];
  }
  return [];
}

interface MountReader {
  mount: Mount;
  messages: string[];
  open: boolean;
}

interface MountPair {
  field: string;
  key: string;
  value: string;
}

function readWord(reader: MountReader, field: string): void {
  const { mount, messages } = reader;
  const key = field.toLowerCase();
  switch (key) {
    case 'readonly':
    case 'ro':
      mount.readOnly = true;
      return;
    case 'readwrite':
    case 'rw':
      mount.readOnly = false;
      return;
    case 'required':
      mount.required = true;
      checkType(reader, key, ['secret', 'ssh']);
      return;
    default:
      messages.push(`invalid field '${field}' must be a key=value pair`);
  }
}

function readPair(reader: MountReader, pair: MountPair): void {
  const { mount, messages } = reader;
  const { field, key, value } = pair;
  const isOpen = value.includes('$');
  if (key === 'from' && isOpen && value.indexOf('$') !== value.length - 1) {
    messages.push(
      "'from' doesn't support variable expansion, define alias stage instead",
    );
  } else if (isOpen) {
    reader.open = true;
  }
  switch (key) {
    case 'type':
      readType(reader, value, isOpen);
      return;
    case 'from':
      mount.from = value;
      return;
    case 'source':
    case 'src':
      mount.source = value;
      return;
    case 'target':
    case 'dst':
    case 'destination':
      mount.target = value;
      return;
    case 'readonly':
    case 'ro':
      mount.readOnly = readBoolean(reader, pair) ?? mount.readOnly;
      return;
    case 'readwrite':
    case 'rw': {
      const writable = readBoolean(reader, pair);
      mount.readOnly = writable === undefined ? mount.readOnly : !writable;
      return;
    }
    case 'required':
      mount.required = readBoolean(reader, pair);
      checkType(reader, key, ['secret', 'ssh']);
      return;
    case 'size':
      mount.size = value;
      checkType(reader, key, ['tmpfs']);
      return;
    case 'id':
      mount.id = value;
      return;
    case 'sharing':
      mount.sharing = isOpen ? value : value.toLowerCase();
      if (!isOpen && !SHARING_MODES.includes(mount.sharing)) {
        messages.push(`unsupported sharing value ${JSON.stringify(value)}`);
      }
      return;
    case 'mode':
      mount.mode = value;
      if (!isOpen && !/^[0-7]+$/.test(value)) {
        messages.push(`invalid value ${value} for mode`);
      }
      return;
    case 'uid':
    case 'gid':
      mount[key] = value;
      if (!isOpen && !/^[0-9]+$/.test(value)) {
        messages.push(`invalid value ${value} for ${key}`);
      }
      return;
    case 'env':
      mount.env = value;
      return;
    default:
      messages.push(`unexpected key '${key}' in '${field}'`);
  }
}

function readType(reader: MountReader, value: string, isOpen: boolean): void {
  const type = MOUNT_TYPES.find(candidate => candidate === value.toLowerCase());
  if (type) {
    reader.mount.type = type;
  } else if (!isOpen) {
    reader.messages.push(`unsupported mount type ${JSON.stringify(value)}`);
  }
}

function checkType(
  reader: MountReader,
  key: string,
  types: readonly Mount['type'][],
): void {
  const { mount, messages, open } = reader;
  if (!open && !types.includes(mount.type)) {
    messages.push(`unexpected key '${key}' for mount type '${mount.type}'`);
  }
}

// https://pkg.go.dev/strconv#ParseBool
const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

function readBoolean(
  reader: MountReader,
  { key, value }: MountPair,
): boolean | undefined {
  if (TRUE.includes(value)) {
    return true;
  }
  if (FALSE.includes(value)) {
    return false;
  }
  if (!value.includes('$')) {
    reader.messages.push(`invalid value for ${key}: ${value}`);
  }
  return undefined;
}

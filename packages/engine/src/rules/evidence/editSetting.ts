/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { PlacedEdit } from '../../edits/changesOf';
import {
  removeEntry,
  removeFromCommand,
  removePair,
} from '../../edits/removeAssignment';
import { removeLines, setName, setValue } from '../../edits/setValue';
import { TextEdit } from '../../edits/types';
import { GoSetting } from './goSettings';

/** Gives a variable another value where it is set. */
export function editValue(
  { path, source, text, syntax }: GoSetting,
  value: string,
): PlacedEdit | undefined {
  return place(path, text && setValue(source, { text, value, syntax }));
}

/** Sets another variable instead. */
export function editName(
  { path, text }: GoSetting,
  name: string,
): PlacedEdit | undefined {
  return place(path, text && setName(text, name));
}

/** No longer sets the variable. */
export function editAway(setting: GoSetting): PlacedEdit | undefined {
  const { path, source, text, syntax, command, instruction } = setting;
  if (!text) {
    return undefined;
  }
  switch (syntax) {
    case 'pair':
      return (
        instruction && place(path, removePair(source, instruction, text.name))
      );
    case 'shell':
      return command
        ? place(path, removeFromCommand(source, { text, command, instruction }))
        : undefined;
    case 'yaml':
      return place(path, removeEntry(source, text));
    case 'make':
      return place(
        path,
        removeLines(source, { start: text.name.start, end: text.value.end }),
      );
    default:
      syntax satisfies never;
      return undefined;
  }
}

function place(
  path: string,
  edit: TextEdit | undefined,
): PlacedEdit | undefined {
  return edit && { path, edit };
}

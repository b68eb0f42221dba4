/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { MouseEvent, RefObject, useCallback, useEffect, useState } from 'react';
import { TooltipPlace } from './CellTooltip';
import { Position } from './nextPosition';

/** Room that a tooltip above a cell needs in the window. */
const ROOM = 240;

interface Anchor {
  at: Position;
  element: HTMLElement;
  place: TooltipPlace;
}

/**
 * Which cell's tooltip is open: that under the pointer, which may move on from
 * the cell to the tooltip, else that of the cell with the focus. Escape closes it wherever the focus is, and it stays closed until the
 * pointer or the focus moves on.
 */
export function useCellTooltip(frame: RefObject<HTMLElement>) {
  const [hovered, setHovered] = useState<Anchor>();
  const [focused, setFocused] = useState<Anchor>();
  const shown = hovered ?? focused;

  const anchor = useCallback(
    (at: Position, element: HTMLElement): Anchor | undefined => {
      const outer = frame.current?.getBoundingClientRect();
      if (!outer) {
        return undefined;
      }
      const inner = element.getBoundingClientRect();
      return {
        at,
        element,
        place: {
          centre: inner.left + inner.width / 2 - outer.left,
          top: inner.top - outer.top,
          bottom: inner.bottom - outer.top,
          cellWidth: inner.width,
          width: outer.width,
          above: inner.top > ROOM,
        },
      };
    },
    [frame],
  );
  const hover = useCallback(
    (at: Position, element: HTMLElement) => setHovered(anchor(at, element)),
    [anchor],
  );
  const focus = useCallback(
    (at: Position, element: HTMLElement) => setFocused(anchor(at, element)),
    [anchor],
  );
  const leave = useCallback((event: MouseEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof Element && to.closest('[role="tooltip"]'))) {
      setHovered(undefined);
    }
  }, []);
  const blur = useCallback(() => setFocused(undefined), []);
  const follow = useCallback(() => {
    const move = (current: Anchor | undefined) =>
      current && anchor(current.at, current.element);
    setHovered(move);
    setFocused(move);
  }, [anchor]);

  const open = shown !== undefined;
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setHovered(undefined);
        setFocused(undefined);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);

  return {
    at: shown?.at,
    place: shown?.place,
    hover,
    focus,
    leave,
    blur,
    follow,
  };
}

"""rill: librill in Python, by ctypes; nothing to compile.

    import rill

    for span in rill.spans(text, date="2019-07-04", layers="entities,quotes"):
        if span.type == "quote":
            print(span.value, ":", text[span.start:span.end])

As a program: python3 rill.py [FILE...]  RILL_LIB names another library than the
installed one.
"""
import ctypes
import os
import signal
import sys
from collections import namedtuple


class _Span(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int32), ("reserved", ctypes.c_int32),
        ("start", ctypes.c_int64), ("end", ctypes.c_int64),
        ("start_byte", ctypes.c_int64), ("end_byte", ctypes.c_int64),
        ("sentence", ctypes.c_int64), ("label", ctypes.c_char_p),
        ("value", ctypes.c_char_p), ("attrs", ctypes.c_char_p),
        ("text", ctypes.c_char_p),
    ]


try:
    _lib = ctypes.CDLL(os.environ.get("RILL_LIB", "librill.so.1"))
except OSError as error:
    if __name__ != "__main__":
        raise
    sys.exit(f"rill.py: {error}")
_lib.rill_open.restype = ctypes.c_void_p
_lib.rill_next.restype = ctypes.POINTER(_Span)
_lib.rill_type_name.restype = ctypes.c_char_p
_lib.rill_message.restype = ctypes.c_char_p
for _name in ("close", "next", "end", "status"):
    getattr(_lib, "rill_" + _name).argtypes = [ctypes.c_void_p]
_lib.rill_set.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]
_lib.rill_feed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]

Span = namedtuple("Span", "type start end sentence label value attrs text")


def _check(status):
    if status != 0:
        raise ValueError(_lib.rill_message(status).decode())


def spans(text, **options):
    """All rows of a text; options as rill_set has them, - written as _."""
    rill = _lib.rill_open()
    if not rill:
        raise MemoryError
    try:
        for name, value in options.items():
            _check(_lib.rill_set(rill, name.replace("_", "-").encode(),
                                 str(value).encode()))
        utf8 = text.encode()  # stays alive until all rows are read
        _check(_lib.rill_feed(rill, utf8, len(utf8)))
        _check(_lib.rill_end(rill))
        while found := _lib.rill_next(rill):
            s = found.contents
            attrs = s.attrs.decode()
            yield Span(_lib.rill_type_name(s.type).decode(), s.start, s.end,
                       s.sentence, s.label.decode(), s.value.decode(),
                       dict(a.split("=") for a in attrs.split("|") if a),
                       s.text.decode())
        _check(_lib.rill_status(rill))
    finally:
        _lib.rill_close(rill)


def main(paths):
    status = 0
    for path in paths or ["/dev/stdin"]:
        try:
            # newline="": offsets count the \r of a line end too
            with open(path, encoding="utf-8", errors="replace",
                      newline="") as file:
                text = file.read()
        except OSError as error:
            print(f"rill.py: {path}: {error.strerror}", file=sys.stderr)
            status = 1
            continue
        for span in spans(text):
            print(span.type, span.start, span.end, span.sentence, span.label,
                  span.value, span.text, sep="\t")
    sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # head has seen enough
    try:
        sys.exit(main(sys.argv[1:]))
    except OSError as error:
        sys.stdout = None  # not flushed again at the end
        sys.exit(f"rill.py: write error: {error.strerror}")

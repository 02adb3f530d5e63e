"""Draws SVG as PNG; the only module that uses resvg."""

from showcase.errors import ShowcaseError


class DrawingError(ShowcaseError):
    """An SVG that cannot be drawn."""


def rasterize(svg: str, width: int) -> bytes:
    """An SVG as a PNG file; pictures that it names by address are not fetched.

    Args:
        svg: the text of the file.
        width: of the PNG in pixels; the height follows from the proportions of the SVG.

    Raises:
        DrawingError: it is no SVG, or has no size.
    """
    # Here, because most commands draw nothing.
    import resvg_py  # noqa: PLC0415

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
    except (ValueError, RuntimeError, OSError) as error:
        raise DrawingError(str(error)) from error

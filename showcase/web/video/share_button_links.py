"""Share buttons as plain links, for browsers without scripts.

Scripts make a button for each passage near the window. Hundreds in every page would weigh it down, so without
scripts they are in a page of their own address, to which the page leads.
"""

from showcase.web.context.video_view import VideoView


def share_links_href(view: VideoView) -> str:
    """The page with a share button at every passage; "" where passages have no times, and in frames."""
    if view.urls.framed or not view.has_timed_words:
        return ""
    return view.urls.video(
        view.video.slug, lang=view.page_language, buttons="share", anchor="transcript"
    )


def share_links(view: VideoView) -> dict[str, str]:
    """The page with the share panel of each passage open, by the passage's key; none unless asked for."""
    if not (view.parameters.share_buttons and share_links_href(view)):
        return {}
    return {
        passage.key: view.urls.video(
            view.video.slug, passage.moment, lang=view.link_language, anchor="share"
        )
        for passage in view.passages
    }

"""Videos, as the API tells them."""

from dataclasses import fields

from showcase.core.catalog.models import (
    Catalog,
    Chapter,
    FeaturedQuote,
    MediaFile,
    Notice,
    Source,
    Track,
    Video,
)
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import seconds
from showcase.web.api import schemas as shapes
from showcase.web.api import video_schemas as video_shapes
from showcase.web.api.pagination import cut
from showcase.web.api.parameters import PageAsked
from showcase.web.context.urls import Addresses

VIDEOS_ON_A_PAGE = 50


def build_index(catalog: Catalog, to: Addresses) -> shapes.Index:
    """Where the API begins."""
    paths = {name: to.absolute(to.api(name)) for name in ("videos", "search", "quote")}
    return shapes.Index(
        name=catalog.site.name,
        url=to.absolute(to.home()),
        openapi=to.absolute(to.api("openapi.json")),
        **paths,
    )


def build_list(catalog: Catalog, asked: PageAsked, to: Addresses) -> shapes.VideoList:
    """A page of all videos."""

    def link(page: int) -> str:
        return to.absolute(to.api("videos", page=str(page) if page > 1 else None))

    page = cut(catalog.videos, VIDEOS_ON_A_PAGE, asked.page, link)
    return shapes.VideoList(
        **page.paged(),
        videos=tuple(_in_list(video, to) for video in page.items),
    )


def build_video(video: Video, to: Addresses) -> video_shapes.Video:
    """A video with all that is known of it but its words."""
    known = _in_list(video, to)
    return video_shapes.Video(
        **{field.name: getattr(known, field.name) for field in fields(known)},
        notice=_notice(video.notice) if video.notice else None,
        recording=_recording(video, video.source, to) if video.source else None,
        poster=_file(video, video.poster, to) if video.poster else None,
        tracks=tuple(_track(video, track, to) for track in video.tracks),
        chapters=tuple(_chapter(video, chapter, to) for chapter in video.chapters),
        people=tuple(
            video_shapes.PersonShape(person.name, person.organization or None, person.role or None)
            for person in video.people
        ),
        organizations=tuple(
            video_shapes.OrganizationShape(
                each.name,
                each.short or None,
                each.place or None,
                each.about or None,
                each.url or None,
            )
            for each in video.organizations
        ),
        quotes=tuple(_quote(video, quote, to) for quote in video.quotes),
        embed=to.absolute(to.embed(video.slug)),
        card=to.absolute(to.card(video.slug)),
        manifest=to.absolute(to.manifest(video.slug)),
    )


def _in_list(video: Video, to: Addresses) -> video_shapes.VideoInList:
    return video_shapes.VideoInList(
        slug=video.slug,
        title=video.title,
        summary=video.summary or None,
        author=video.author or None,
        language=video.language,
        date=video.date or None,
        duration=seconds(video.duration_ms) if video.duration_ms else None,
        languages=tuple(dict.fromkeys(track.language for track in video.speech)),
        url=to.absolute(to.page(video.slug)),
        api=to.absolute(to.api(f"videos/{video.slug}")),
    )


def _notice(notice: Notice) -> video_shapes.NoticeShape:
    return video_shapes.NoticeShape(
        notice.title, notice.text, notice.link.url if notice.link else None
    )


def _recording(video: Video, source: Source, to: Addresses) -> video_shapes.Recording:
    files = tuple(_file(video, file, to) for file in source.files)
    return video_shapes.Recording(source.kind, files[0].url if files else source.address, files)


def _file(video: Video, file: MediaFile, to: Addresses) -> video_shapes.FileShape:
    return video_shapes.FileShape(
        to.absolute(to.media(video.slug, file.name)), file.type, file.size
    )


def _track(video: Video, track: Track, to: Addresses) -> video_shapes.TrackShape:
    cues = to.api(f"videos/{video.slug}/cues", language=track.language, kind=track.kind)
    return video_shapes.TrackShape(
        kind=track.kind,
        language=track.language,
        label=track.label,
        note=track.note or None,
        cues=track.cues,
        url=to.absolute(to.track(video.slug, track)),
        api=to.absolute(cues),
    )


def _chapter(video: Video, chapter: Chapter, to: Addresses) -> video_shapes.ChapterShape:
    moment = Moment(chapter.start_ms, chapter.end_ms)
    return video_shapes.ChapterShape(
        start=seconds(chapter.start_ms),
        end=seconds(chapter.end_ms),
        title=chapter.title,
        note=chapter.note or None,
        url=to.absolute(to.page(video.slug, moment)),
    )


def _quote(video: Video, quote: FeaturedQuote, to: Addresses) -> video_shapes.FeaturedQuoteShape:
    moment = quote.moment
    organization = quote.organization or video.organization_of(quote.speaker)
    return video_shapes.FeaturedQuoteShape(
        text=quote.text,
        speaker=quote.speaker or None,
        organization=organization or None,
        start=seconds(moment.start_ms) if moment else None,
        end=seconds(moment.end_ms) if moment and moment.end_ms else None,
        url=to.absolute(to.page(video.slug, moment)) if moment else None,
    )

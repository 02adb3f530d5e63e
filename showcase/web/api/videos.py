"""Builds the API's index, its list of videos and its descriptions of videos."""

from dataclasses import fields

from showcase.core.catalog.licenses import License
from showcase.core.catalog.models import (
    Chapter,
    FeaturedQuote,
    MediaFile,
    Notice,
    Source,
    Track,
    Video,
)
from showcase.core.catalog.site_catalog import Catalog
from showcase.core.timing.moments import Moment
from showcase.core.timing.timecodes import to_seconds
from showcase.web.api import schemas as shapes
from showcase.web.api import video_schemas as video_shapes
from showcase.web.api.pagination import paginate
from showcase.web.api.parameters import PageParameters
from showcase.web.context.urls import UrlBuilder

VIDEOS_PER_PAGE = 50


def build_index(catalog: Catalog, urls: UrlBuilder) -> shapes.Index:
    """The addresses to start from."""
    paths = {name: urls.absolute(urls.api(name)) for name in ("videos", "search", "quote")}
    return shapes.Index(
        name=catalog.site.name,
        url=urls.absolute(urls.home()),
        openapi=urls.absolute(urls.api("openapi.json")),
        **paths,
    )


def build_video_list(
    catalog: Catalog, parameters: PageParameters, urls: UrlBuilder
) -> shapes.VideoList:
    """A page of the list of all videos."""

    def link(page: int) -> str:
        return urls.absolute(urls.api("videos", [("page", str(page) if page > 1 else "")]))

    page = paginate(catalog.videos, VIDEOS_PER_PAGE, parameters.page, link)
    return shapes.VideoList(
        **page.pagination_fields(),
        videos=tuple(_list_item(video, urls) for video in page.items),
    )


def build_video(video: Video, urls: UrlBuilder) -> video_shapes.VideoShape:
    """Everything about a video except its transcript."""
    item = _list_item(video, urls)
    return video_shapes.VideoShape(
        **{field.name: getattr(item, field.name) for field in fields(item)},
        notice=_notice(video.notice) if video.notice else None,
        recording=_recording(video, video.source, urls) if video.source else None,
        poster=_file(video, video.poster, urls) if video.poster else None,
        tracks=tuple(_track(video, track, urls) for track in video.tracks),
        chapters=tuple(_chapter(video, chapter, urls) for chapter in video.chapters),
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
        series=tuple(
            video_shapes.SeriesShape(part.name, part.number or None) for part in video.series
        ),
        topics=video.topics,
        quotes=tuple(_quote(video, quote, urls) for quote in video.quotes),
        embed=urls.absolute(urls.embed(video.slug)),
        card=urls.absolute(urls.card(video.slug)),
        manifest=urls.absolute(urls.iiif_resource(video.slug)),
        license=_license(video.license) if video.license else None,
        rights=video.rights or None,
    )


def _list_item(video: Video, urls: UrlBuilder) -> video_shapes.VideoInList:
    return video_shapes.VideoInList(
        slug=video.slug,
        title=video.title,
        summary=video.summary or None,
        author=video.author or None,
        language=video.language,
        date=video.date or None,
        duration=to_seconds(video.duration_ms) if video.duration_ms else None,
        languages=tuple(dict.fromkeys(track.language for track in video.speech_tracks)),
        url=urls.absolute(urls.permalink(video.slug)),
        api=urls.absolute(urls.api(f"videos/{video.slug}")),
    )


def _license(found: License) -> video_shapes.LicenseShape:
    return video_shapes.LicenseShape(found.text, found.url or None)


def _notice(notice: Notice) -> video_shapes.NoticeShape:
    return video_shapes.NoticeShape(
        notice.title, notice.text, notice.link.url if notice.link else None
    )


def _recording(video: Video, source: Source, urls: UrlBuilder) -> video_shapes.Recording:
    files = tuple(_file(video, file, urls) for file in source.files)
    return video_shapes.Recording(source.kind, files[0].url if files else source.address, files)


def _file(video: Video, file: MediaFile, urls: UrlBuilder) -> video_shapes.FileShape:
    return video_shapes.FileShape(
        urls.absolute(urls.media(video.slug, file.name)), file.type, file.size
    )


def _track(video: Video, track: Track, urls: UrlBuilder) -> video_shapes.TrackShape:
    cues = urls.api(
        f"videos/{video.slug}/cues", [("language", track.language), ("kind", track.kind)]
    )
    return video_shapes.TrackShape(
        kind=track.kind,
        language=track.language,
        label=track.label,
        note=track.note or None,
        cues=track.cues,
        timing=track.timing,
        origin=track.origin or None,
        corrected=track.corrected or None,
        url=urls.absolute(urls.track(video.slug, track)),
        api=urls.absolute(cues),
    )


def _chapter(video: Video, chapter: Chapter, urls: UrlBuilder) -> video_shapes.ChapterShape:
    moment = Moment(chapter.start_ms, chapter.end_ms)
    return video_shapes.ChapterShape(
        start=to_seconds(chapter.start_ms),
        end=to_seconds(chapter.end_ms),
        title=chapter.title,
        note=chapter.note or None,
        url=urls.absolute(urls.permalink(video.slug, moment)),
    )


def _quote(video: Video, quote: FeaturedQuote, urls: UrlBuilder) -> video_shapes.FeaturedQuoteShape:
    moment = quote.moment
    organization = quote.organization or video.organization_of_speaker(quote.speaker)
    return video_shapes.FeaturedQuoteShape(
        text=quote.text,
        speaker=quote.speaker or None,
        organization=organization or None,
        start=to_seconds(moment.start_ms) if moment else None,
        end=to_seconds(moment.end_ms) if moment and moment.end_ms else None,
        url=urls.absolute(urls.permalink(video.slug, moment)) if moment else None,
    )

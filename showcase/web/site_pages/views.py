"""The routes of the pages that an owner writes."""

from typing import cast

from flask import Blueprint, abort, render_template

from showcase.core.catalog.site_pages import PAGE_NAMES, PageName
from showcase.web.context.request import not_modified_response, snapshot, url_builder
from showcase.web.site_pages.owner_page import build_owner_page

blueprint = Blueprint("site_pages", __name__)
blueprint.before_request(not_modified_response)


@blueprint.get(f"/<any({', '.join(PAGE_NAMES)}):name>")
def site_page(name: str) -> str:
    """A page that the owner wrote; 404 where there is none."""
    site = snapshot().catalog.site
    page = build_owner_page(site, cast("PageName", name), url_builder()) or abort(404)
    return render_template("site_page.html", page=page)

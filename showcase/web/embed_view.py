"""A video in a frame of another site's page, and what such a site asks before."""

from flask import Blueprint

blueprint = Blueprint("embeds", __name__)

"""The JSON API: what the pages know, for programs."""

from flask import Blueprint

blueprint = Blueprint("api", __name__)

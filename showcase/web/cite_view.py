"""Citations to take along, as files."""

from flask import Blueprint

blueprint = Blueprint("cites", __name__)

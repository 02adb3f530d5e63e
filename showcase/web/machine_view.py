"""What search engines, feed readers and archives read."""

from flask import Blueprint

blueprint = Blueprint("machines", __name__)

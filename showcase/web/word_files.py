"""A video's words, to take along and to print."""

from flask import Blueprint

blueprint = Blueprint("words", __name__)

"""Quote cards: a moment's words as a picture."""

from flask import Blueprint

blueprint = Blueprint("cards", __name__)

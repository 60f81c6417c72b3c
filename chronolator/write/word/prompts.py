"""The prompts of a document's controls, kept where Word finds them again: it shows a prompt anew
when somebody takes out what was written, and readers know by it what nobody wrote.
"""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

_LETTERS = 8


def name_prompt(prompt: str) -> str:
    """Under what name the prompt is kept."""
    return f"Prompt{uuid5(NAMESPACE_URL, prompt).hex[:_LETTERS]}"


def write_prompts(prompts: Mapping[str, str], namespace: str) -> str:
    """The part of the package that keeps them: of each prompt its markup."""
    kept = "".join(_keep(*one) for one in prompts.items())
    return f"<w:glossaryDocument {namespace}><w:docParts>{kept}</w:docParts></w:glossaryDocument>"


def _keep(prompt: str, words: str) -> str:
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name_prompt(prompt)}"/><w:category>'
        '<w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category><w:types>'
        '<w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/>'
        f'</w:behaviors><w:guid w:val="{{{str(uuid5(NAMESPACE_URL, prompt)).upper()}}}"/>'
        f"</w:docPartPr><w:docPartBody><w:p>{words}</w:p></w:docPartBody></w:docPart>"
    )

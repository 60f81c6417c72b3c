"""`python -m chronolator`, and the `chron` script."""


def main() -> None:
    """Run the command line. It is imported here, so that a worker process does not pay for it."""
    from chronolator import cli  # noqa: PLC0415  see above

    cli.main()


if __name__ == "__main__":
    main()

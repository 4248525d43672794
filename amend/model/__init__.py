"""The frozen values that travel from stage to stage."""

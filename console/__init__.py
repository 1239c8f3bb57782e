"""Operations console of a community's social governance operations center."""

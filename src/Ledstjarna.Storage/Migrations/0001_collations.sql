-- Å, ä and ö last, as in Swedish; numbers within a name by their size, so that "Mål 2" stands before "Mål 10".
create collation swedish (provider = icu, locale = 'sv-SE-u-kn-true');

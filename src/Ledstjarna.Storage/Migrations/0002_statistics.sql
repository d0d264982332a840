-- What all organisations share: facts about municipalities.
create schema statistics;

create table statistics.comparison_figures (
    code text not null,
    name text collate swedish not null,
    unit text not null,
    decimals integer not null,
    direction text not null,
    source text not null,
    "order" integer not null,
    year integer not null,
    constraint pk_comparison_figures primary key (code)
);

create table statistics.municipalities (
    code text not null,
    name text collate swedish not null,
    county_code text not null,
    county_name text not null,
    constraint pk_municipalities primary key (code)
);

create table statistics.comparison_values (
    figure_code text not null,
    municipality_code text not null,
    value double precision not null,
    constraint pk_comparison_values primary key (figure_code, municipality_code),
    constraint fk_comparison_values_figure_code foreign key (figure_code) references statistics.comparison_figures (code) on delete restrict,
    constraint fk_comparison_values_municipality_code foreign key (municipality_code) references statistics.municipalities (code) on delete restrict
);

create index ix_comparison_values_municipality_code on statistics.comparison_values (municipality_code);

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddCommunitiesAndGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_group",
                table: "registrations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "communities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: true),
                    place_code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    plain_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: true),
                    priority_reason = table.Column<string>(type: "TEXT", nullable: true),
                    study_json = table.Column<string>(type: "TEXT", nullable: true),
                    studied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    visit_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_visited = table.Column<bool>(type: "INTEGER", nullable: false),
                    visit_note = table.Column<string>(type: "TEXT", nullable: true),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_communities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_aliases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    place_code = table.Column<string>(type: "TEXT", nullable: false),
                    spelling = table.Column<string>(type: "TEXT", nullable: false),
                    plain = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_aliases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposal_dismissals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    women = table.Column<int>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_dismissals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unknown_places",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    plain = table.Column<string>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    place_code = table.Column<string>(type: "TEXT", nullable: true),
                    settled_by = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknown_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "community_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    trigger = table.Column<int>(type: "INTEGER", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    community_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_community_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_community_entries_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: true),
                    place_code = table.Column<string>(type: "TEXT", nullable: true),
                    community_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    plain_name = table.Column<string>(type: "TEXT", nullable: false),
                    rubro = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<int>(type: "INTEGER", nullable: false),
                    coordinator_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    contact_phone = table.Column<string>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    founded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_groups_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_groups_participants_coordinator_id",
                        column: x => x.coordinator_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "group_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    participant_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_entries_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_members",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    participant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    shares_name = table.Column<bool>(type: "INTEGER", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seat = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_members_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_group_members_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_communities_country_place_code_plain_name",
                table: "communities",
                columns: new[] { "country", "place_code", "plain_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_communities_state_priority",
                table: "communities",
                columns: new[] { "state", "priority" });

            migrationBuilder.CreateIndex(
                name: "ix_community_entries_community_id",
                table: "community_entries",
                column: "community_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_entries_group_id",
                table: "group_entries",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_members_group_id_participant_id",
                table: "group_members",
                columns: new[] { "group_id", "participant_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_members_participant_id_state",
                table: "group_members",
                columns: new[] { "participant_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_group_members_seat",
                table: "group_members",
                column: "seat",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_groups_code",
                table: "groups",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_groups_community_id",
                table: "groups",
                column: "community_id");

            migrationBuilder.CreateIndex(
                name: "ix_groups_coordinator_id",
                table: "groups",
                column: "coordinator_id");

            migrationBuilder.CreateIndex(
                name: "ix_groups_region_code_state",
                table: "groups",
                columns: new[] { "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_groups_state_changed_at",
                table: "groups",
                columns: new[] { "state", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_place_aliases_country_plain",
                table: "place_aliases",
                columns: new[] { "country", "plain" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposal_dismissals_country_key",
                table: "proposal_dismissals",
                columns: new[] { "country", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unknown_places_settled_at_country_plain",
                table: "unknown_places",
                columns: new[] { "settled_at", "country", "plain" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "community_entries");

            migrationBuilder.DropTable(
                name: "group_entries");

            migrationBuilder.DropTable(
                name: "group_members");

            migrationBuilder.DropTable(
                name: "place_aliases");

            migrationBuilder.DropTable(
                name: "proposal_dismissals");

            migrationBuilder.DropTable(
                name: "unknown_places");

            migrationBuilder.DropTable(
                name: "groups");

            migrationBuilder.DropTable(
                name: "communities");

            migrationBuilder.DropColumn(
                name: "has_group",
                table: "registrations");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "minutes_to_answer",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "days_to_decision",
                table: "registrations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "days_to_review",
                table: "registrations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_in_statistics",
                table: "registrations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "figures",
                columns: table => new
                {
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    place_code = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figures", x => new { x.country, x.month, x.kind, x.code, x.region_code, x.place_code });
                });

            migrationBuilder.CreateTable(
                name: "figures_stamps",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figures_stamps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "goals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "goal_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    before = table.Column<int>(type: "INTEGER", nullable: true),
                    after = table.Column<int>(type: "INTEGER", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    goal_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_goal_entries_goals_goal_id",
                        column: x => x.goal_id,
                        principalTable: "goals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_opened_at",
                table: "tickets",
                column: "opened_at");

            migrationBuilder.CreateIndex(
                name: "ix_figures_month_kind",
                table: "figures",
                columns: new[] { "month", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_goal_entries_goal_id",
                table: "goal_entries",
                column: "goal_id");

            migrationBuilder.CreateIndex(
                name: "ix_goals_year_country_region_code_kind",
                table: "goals",
                columns: new[] { "year", "country", "region_code", "kind" },
                unique: true);

            // What was registered before: taken from its history and the chat it came by.
            migrationBuilder.Sql("""
                UPDATE registrations SET
                    days_to_review = (SELECT CAST(max(0, julianday(min(s.at)) - julianday(registrations.submitted_at)) AS INTEGER) FROM registration_steps s
                        WHERE s.registration_id = registrations.id AND s.author <> 'ella'),
                    days_to_decision = (SELECT CAST(max(0, julianday(min(s.at)) - julianday(registrations.submitted_at)) AS INTEGER) FROM registration_steps s
                        WHERE s.registration_id = registrations.id AND s.author <> 'ella' AND s."to" IN (3, 4, 5, 9)),
                    source = (SELECT CASE c.channel WHEN 1 THEN 'whatsapp' WHEN 2 THEN 'web' WHEN 3 THEN 'terminal' END FROM contact_participants l JOIN contacts c ON c.id = l.contact_id
                        WHERE l.participant_id = registrations.participant_id ORDER BY l.linked_at LIMIT 1),
                    is_in_statistics = coalesce((SELECT k.is_granted FROM contact_participants l JOIN consents k ON k.contact_id = l.contact_id
                        WHERE l.participant_id = registrations.participant_id AND k.purpose = 3 AND k.at <= registrations.submitted_at ORDER BY k.id DESC LIMIT 1), 0)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "figures");

            migrationBuilder.DropTable(
                name: "figures_stamps");

            migrationBuilder.DropTable(
                name: "goal_entries");

            migrationBuilder.DropTable(
                name: "goals");

            migrationBuilder.DropIndex(
                name: "ix_tickets_opened_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "minutes_to_answer",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "days_to_decision",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "days_to_review",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "is_in_statistics",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "source",
                table: "registrations");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class VisitsAreMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A visit is a meeting: what was noted with a community goes on as one, at nine in the morning there.
            migrationBuilder.Sql("""
                INSERT INTO meetings (id, country, region_code, place_code, community_id, kind, starts_at, ends_at, venue, course_minutes, is_prior_course, offers_childcare, state, code, attendance_taken_at, changed_at, version)
                SELECT id, country, region_code, place_code, id, 0, (visit_on + CASE country WHEN 'BO' THEN time '13:00' ELSE time '14:00' END) AT TIME ZONE 'UTC', (visit_on + CASE country WHEN 'BO' THEN time '15:00' ELSE time '16:00' END) AT TIME ZONE 'UTC', name, 0, false, false, CASE WHEN is_visited THEN 1 ELSE 0 END, '00000', CASE WHEN is_visited THEN changed_at END, changed_at, 1
                FROM communities WHERE visit_on IS NOT NULL
                """);
            migrationBuilder.Sql("""
                INSERT INTO meeting_entries (kind, author, reason, at, meeting_id)
                SELECT CASE WHEN c.is_visited THEN 3 ELSE 0 END, e.author, c.visit_note, e.at, c.id FROM communities c JOIN community_entries e ON e.community_id = c.id
                WHERE c.visit_on IS NOT NULL AND e.id = (SELECT max(o.id) FROM community_entries o WHERE o.community_id = c.id AND o.kind IN (4, 5))
                """);

            migrationBuilder.DropColumn(
                name: "is_visited",
                table: "communities");

            migrationBuilder.DropColumn(
                name: "visit_note",
                table: "communities");

            migrationBuilder.DropColumn(
                name: "visit_on",
                table: "communities");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_visited",
                table: "communities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "visit_note",
                table: "communities",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "visit_on",
                table: "communities",
                type: "date",
                nullable: true);
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class IndexesForPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_meetings_community_id",
                table: "meetings");

            migrationBuilder.DropIndex(
                name: "ix_meetings_group_id",
                table: "meetings");

            migrationBuilder.DropIndex(
                name: "ix_groups_due_on",
                table: "groups");

            migrationBuilder.DropIndex(
                name: "ix_change_entries_staff_id",
                table: "change_entries");

            migrationBuilder.DropIndex(
                name: "ix_change_entries_subject_subject_id",
                table: "change_entries");

            migrationBuilder.DropIndex(
                name: "ix_access_entries_staff_id",
                table: "access_entries");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_community_id_state_starts_at",
                table: "meetings",
                columns: new[] { "community_id", "state", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_group_id_state_starts_at",
                table: "meetings",
                columns: new[] { "group_id", "state", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_lesson_records_finished_at",
                table: "lesson_records",
                column: "finished_at",
                filter: "finished_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_groups_country_due_on",
                table: "groups",
                columns: new[] { "country", "due_on" },
                filter: "due_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_finished_at",
                table: "enrolments",
                column: "finished_at",
                filter: "finished_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_started_at",
                table: "enrolments",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_change_entries_at_id",
                table: "change_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_entries_staff_at_id",
                table: "change_entries",
                columns: new[] { "staff", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_entries_subject_id",
                table: "change_entries",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_entries_at_id",
                table: "access_entries",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_entries_staff_at_id",
                table: "access_entries",
                columns: new[] { "staff", "at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_meetings_community_id_state_starts_at",
                table: "meetings");

            migrationBuilder.DropIndex(
                name: "ix_meetings_group_id_state_starts_at",
                table: "meetings");

            migrationBuilder.DropIndex(
                name: "ix_lesson_records_finished_at",
                table: "lesson_records");

            migrationBuilder.DropIndex(
                name: "ix_groups_country_due_on",
                table: "groups");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_finished_at",
                table: "enrolments");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_started_at",
                table: "enrolments");

            migrationBuilder.DropIndex(
                name: "ix_change_entries_at_id",
                table: "change_entries");

            migrationBuilder.DropIndex(
                name: "ix_change_entries_staff_at_id",
                table: "change_entries");

            migrationBuilder.DropIndex(
                name: "ix_change_entries_subject_id",
                table: "change_entries");

            migrationBuilder.DropIndex(
                name: "ix_access_entries_at_id",
                table: "access_entries");

            migrationBuilder.DropIndex(
                name: "ix_access_entries_staff_at_id",
                table: "access_entries");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_community_id",
                table: "meetings",
                column: "community_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_group_id",
                table: "meetings",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_groups_due_on",
                table: "groups",
                column: "due_on",
                filter: "due_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_change_entries_staff_id",
                table: "change_entries",
                columns: new[] { "staff", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_entries_subject_subject_id",
                table: "change_entries",
                columns: new[] { "subject", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_entries_staff_id",
                table: "access_entries",
                columns: new[] { "staff", "id" });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddStaffWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "deactivated_at",
                table: "staff",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "office_code",
                table: "staff",
                type: "TEXT",
                nullable: true);

            // Who has an account already could do everything: 9 is Administrator.
            migrationBuilder.AddColumn<int>(
                name: "role",
                table: "staff",
                type: "INTEGER",
                nullable: false,
                defaultValue: 9);

            migrationBuilder.CreateTable(
                name: "change_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    staff = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    staff_id = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_sessions_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_entries_staff_id",
                table: "access_entries",
                columns: new[] { "staff", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_entries_staff_id",
                table: "change_entries",
                columns: new[] { "staff", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_entries_subject_subject_id",
                table: "change_entries",
                columns: new[] { "subject", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_staff_id_ended_at",
                table: "staff_sessions",
                columns: new[] { "staff_id", "ended_at" });

            // The audit is written, never rewritten: see AuditGuard.
            foreach (var table in new[] { "change_entries", "access_entries" })
                foreach (var change in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'entries of the audit are never changed or removed'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var change in new[] { "update", "delete" })
                migrationBuilder.Sql($"DROP TRIGGER access_entries_no_{change}");

            migrationBuilder.DropTable(
                name: "change_entries");

            migrationBuilder.DropTable(
                name: "staff_sessions");

            migrationBuilder.DropIndex(
                name: "ix_access_entries_staff_id",
                table: "access_entries");

            migrationBuilder.DropColumn(
                name: "deactivated_at",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "office_code",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "role",
                table: "staff");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "office_code",
                table: "staff",
                type: "text",
                nullable: true);

            // Who has an account already could do everything: 9 is Administrator.
            migrationBuilder.AddColumn<int>(
                name: "role",
                table: "staff",
                type: "integer",
                nullable: false,
                defaultValue: 9);

            migrationBuilder.CreateTable(
                name: "change_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    staff = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    staff_id = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    device = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false)
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
            migrationBuilder.Sql("CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'entries of the audit are never changed or removed'; END $$");
            foreach (var table in new[] { "change_entries", "access_entries" })
                migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "change_entries", "access_entries" })
                migrationBuilder.Sql($"DROP TRIGGER {table}_append_only ON {table}");
            migrationBuilder.Sql("DROP FUNCTION audit_is_append_only()");

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

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Workbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answer_corrections",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_corrections", x => x.id);
                    table.ForeignKey(
                        name: "fk_answer_corrections_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    country = table.Column<string>(type: "text", nullable: false),
                    office_code = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    uploaded_by = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "paper_rows",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    list_id = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    draft_json = table.Column<string>(type: "text", nullable: true),
                    consent_by = table.Column<string>(type: "text", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    resembles = table.Column<string>(type: "text", nullable: true),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_rows", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_rows_paper_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "paper_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_rows_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_status_changed_at_id",
                table: "registrations",
                columns: new[] { "status", "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_status_search_name_id",
                table: "registrations",
                columns: new[] { "status", "search_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_answer_corrections_registration_id",
                table: "answer_corrections",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_rows_key",
                table: "paper_rows",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_rows_list_id_line",
                table: "paper_rows",
                columns: new[] { "list_id", "line" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_rows_registration_id",
                table: "paper_rows",
                column: "registration_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answer_corrections");

            migrationBuilder.DropTable(
                name: "paper_rows");

            migrationBuilder.DropTable(
                name: "paper_lists");

            migrationBuilder.DropIndex(
                name: "ix_registrations_status_changed_at_id",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_status_search_name_id",
                table: "registrations");
        }
    }
}

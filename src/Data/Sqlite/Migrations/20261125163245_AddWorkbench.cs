using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddWorkbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "assigned_to",
                table: "registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_indexed",
                table: "registrations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "new_information_at",
                table: "registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "duplicate_verdicts",
                columns: table => new
                {
                    first = table.Column<Guid>(type: "TEXT", nullable: false),
                    second = table.Column<Guid>(type: "TEXT", nullable: false),
                    kept = table.Column<Guid>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_verdicts", x => new { x.first, x.second });
                    table.ForeignKey(
                        name: "fk_duplicate_verdicts_registrations_first",
                        column: x => x.first,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duplicate_verdicts_registrations_second",
                        column: x => x.second,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registration_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_registration_notes_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registration_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_words", x => new { x.word, x.registration_id });
                    table.ForeignKey(
                        name: "fk_registration_words_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    staff = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    word = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_assigned_to",
                table: "registrations",
                column: "assigned_to",
                filter: "assigned_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_changed_at_id",
                table: "registrations",
                columns: new[] { "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_duplicates",
                table: "registrations",
                columns: new[] { "submitted_at", "id" },
                filter: "has_duplicate_document");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_new_information_at",
                table: "registrations",
                column: "new_information_at",
                filter: "new_information_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_status_submitted_at_id",
                table: "registrations",
                columns: new[] { "status", "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_to_index",
                table: "registrations",
                column: "id",
                filter: "NOT is_indexed");

            migrationBuilder.CreateIndex(
                name: "ix_participants_phone",
                table: "participants",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_verdicts_second",
                table: "duplicate_verdicts",
                column: "second");

            migrationBuilder.CreateIndex(
                name: "ix_registration_notes_registration_id",
                table: "registration_notes",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_registration_words_registration_id",
                table: "registration_words",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_staff",
                table: "saved_views",
                column: "staff");

            migrationBuilder.CreateIndex(
                name: "ix_search_words_word",
                table: "search_words",
                column: "word",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duplicate_verdicts");

            migrationBuilder.DropTable(
                name: "registration_notes");

            migrationBuilder.DropTable(
                name: "registration_words");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropIndex(
                name: "ix_registrations_assigned_to",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_changed_at_id",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_duplicates",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_new_information_at",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_status_submitted_at_id",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_to_index",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_participants_phone",
                table: "participants");

            migrationBuilder.DropColumn(
                name: "assigned_to",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "is_indexed",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "new_information_at",
                table: "registrations");
        }
    }
}

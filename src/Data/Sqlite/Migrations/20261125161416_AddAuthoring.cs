using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddAuthoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reviewed_by",
                table: "lesson_versions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "region",
                table: "enrolments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "answer_totals",
                columns: table => new
                {
                    version_id = table.Column<long>(type: "INTEGER", nullable: false),
                    question = table.Column<int>(type: "INTEGER", nullable: false),
                    choice = table.Column<int>(type: "INTEGER", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    given = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_totals", x => new { x.version_id, x.question, x.choice, x.country, x.region });
                });

            migrationBuilder.CreateTable(
                name: "course_translations",
                columns: table => new
                {
                    course_id = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    entries = table.Column<string>(type: "TEXT", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_translations", x => new { x.course_id, x.language });
                });

            migrationBuilder.CreateTable(
                name: "lesson_drafts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    course_id = table.Column<string>(type: "TEXT", nullable: false),
                    lesson_id = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    based_on = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lesson_edits",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    course_id = table.Column<string>(type: "TEXT", nullable: false),
                    lesson_id = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_edits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lesson_totals",
                columns: table => new
                {
                    course_id = table.Column<string>(type: "TEXT", nullable: false),
                    lesson_id = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    started = table.Column<int>(type: "INTEGER", nullable: false),
                    finished = table.Column<int>(type: "INTEGER", nullable: false),
                    stopped = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_totals", x => new { x.course_id, x.lesson_id, x.country, x.region });
                });

            migrationBuilder.CreateTable(
                name: "outline_drafts",
                columns: table => new
                {
                    course_id = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    based_on = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outline_drafts", x => x.course_id);
                });

            migrationBuilder.CreateTable(
                name: "totals_stamps",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_totals_stamps", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lesson_drafts_course_id_lesson_id_country",
                table: "lesson_drafts",
                columns: new[] { "course_id", "lesson_id", "country" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lesson_edits_course_id_lesson_id_country_id",
                table: "lesson_edits",
                columns: new[] { "course_id", "lesson_id", "country", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answer_totals");

            migrationBuilder.DropTable(
                name: "course_translations");

            migrationBuilder.DropTable(
                name: "lesson_drafts");

            migrationBuilder.DropTable(
                name: "lesson_edits");

            migrationBuilder.DropTable(
                name: "lesson_totals");

            migrationBuilder.DropTable(
                name: "outline_drafts");

            migrationBuilder.DropTable(
                name: "totals_stamps");

            migrationBuilder.DropColumn(
                name: "reviewed_by",
                table: "lesson_versions");

            migrationBuilder.DropColumn(
                name: "region",
                table: "enrolments");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "region",
                table: "enrolments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "answer_totals",
                columns: table => new
                {
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    question = table.Column<int>(type: "integer", nullable: false),
                    choice = table.Column<int>(type: "integer", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    given = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_totals", x => new { x.version_id, x.question, x.choice, x.country, x.region });
                });

            migrationBuilder.CreateTable(
                name: "course_translations",
                columns: table => new
                {
                    course_id = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<string>(type: "text", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_translations", x => new { x.course_id, x.language });
                });

            migrationBuilder.CreateTable(
                name: "lesson_drafts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    course_id = table.Column<string>(type: "text", nullable: false),
                    lesson_id = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    based_on = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lesson_edits",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    course_id = table.Column<string>(type: "text", nullable: false),
                    lesson_id = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_edits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lesson_totals",
                columns: table => new
                {
                    course_id = table.Column<string>(type: "text", nullable: false),
                    lesson_id = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    started = table.Column<int>(type: "integer", nullable: false),
                    finished = table.Column<int>(type: "integer", nullable: false),
                    stopped = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_totals", x => new { x.course_id, x.lesson_id, x.country, x.region });
                });

            migrationBuilder.CreateTable(
                name: "outline_drafts",
                columns: table => new
                {
                    course_id = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    based_on = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outline_drafts", x => x.course_id);
                });

            migrationBuilder.CreateTable(
                name: "totals_stamps",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    milliseconds = table.Column<int>(type: "integer", nullable: false)
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

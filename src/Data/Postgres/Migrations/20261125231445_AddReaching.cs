using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddReaching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "broadcast_id",
                table: "messages",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "invited_at",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "broadcast_prices",
                columns: table => new
                {
                    country = table.Column<string>(type: "text", nullable: false),
                    micros = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broadcast_prices", x => x.country);
                });

            migrationBuilder.CreateTable(
                name: "broadcasts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    region_code = table.Column<string>(type: "text", nullable: true),
                    place_code = table.Column<string>(type: "text", nullable: true),
                    segment_json = table.Column<string>(type: "text", nullable: false),
                    texts_json = table.Column<string>(type: "text", nullable: false),
                    variables_json = table.Column<string>(type: "text", nullable: false),
                    repeats_id = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<byte>(type: "smallint", nullable: false),
                    per_minute = table.Column<int>(type: "integer", nullable: false),
                    prepared_up_to = table.Column<long>(type: "bigint", nullable: false),
                    is_prepared = table.Column<bool>(type: "boolean", nullable: false),
                    next_batch_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    confirmed = table.Column<int>(type: "integer", nullable: true),
                    estimate_micros = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broadcasts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "posters",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    region_code = table.Column<string>(type: "text", nullable: true),
                    place_code = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<byte>(type: "smallint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    community_id = table.Column<Guid>(type: "uuid", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    office = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    retired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "broadcast_recipients",
                columns: table => new
                {
                    broadcast_id = table.Column<long>(type: "bigint", nullable: false),
                    contact_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<byte>(type: "smallint", nullable: false),
                    reason = table.Column<byte>(type: "smallint", nullable: false),
                    message_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broadcast_recipients", x => new { x.broadcast_id, x.contact_id });
                    table.ForeignKey(
                        name: "fk_broadcast_recipients_broadcasts_broadcast_id",
                        column: x => x.broadcast_id,
                        principalTable: "broadcasts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "poster_arrivals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    poster_id = table.Column<long>(type: "bigint", nullable: false),
                    @event = table.Column<byte>(name: "event", type: "smallint", nullable: false),
                    contact_id = table.Column<long>(type: "bigint", nullable: true),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_poster_arrivals", x => x.id);
                    table.ForeignKey(
                        name: "fk_poster_arrivals_posters_poster_id",
                        column: x => x.poster_id,
                        principalTable: "posters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_poster_arrivals_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_broadcast_recipients_broadcast_id_state_contact_id",
                table: "broadcast_recipients",
                columns: new[] { "broadcast_id", "state", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_broadcast_recipients_message_id",
                table: "broadcast_recipients",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_broadcasts_state",
                table: "broadcasts",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_poster_arrivals_contact_id",
                table: "poster_arrivals",
                column: "contact_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_poster_arrivals_poster_id_event",
                table: "poster_arrivals",
                columns: new[] { "poster_id", "event" });

            migrationBuilder.CreateIndex(
                name: "ix_poster_arrivals_registration_id",
                table: "poster_arrivals",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_posters_code",
                table: "posters",
                column: "code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "broadcast_prices");

            migrationBuilder.DropTable(
                name: "broadcast_recipients");

            migrationBuilder.DropTable(
                name: "poster_arrivals");

            migrationBuilder.DropTable(
                name: "broadcasts");

            migrationBuilder.DropTable(
                name: "posters");

            migrationBuilder.DropColumn(
                name: "broadcast_id",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "invited_at",
                table: "conversations");
        }
    }
}
